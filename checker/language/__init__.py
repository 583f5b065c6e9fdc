"""The rule language: YAML files to typed rules, and the checks on them."""
