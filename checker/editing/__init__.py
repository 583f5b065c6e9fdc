"""JSON Schemas (draft 2020-12) of the files that people write, for the help of their editors.

They say what the form of single values can say, and are made of the same lists that the readers
go by. What refers to another place (an alias, a let, a reference, a parameter) only the reader
checks: `deliberation-check test` for rules, `check` for the others.
"""
