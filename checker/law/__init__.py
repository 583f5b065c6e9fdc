"""The law by date: parameters, references, and the edition in force for one act."""
