"""What differs between two acts, two drafts of one, or one act under two dates of the law."""
