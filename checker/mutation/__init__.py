"""Mutants of rules and parameters: the same file with one small fault, which examples must notice.

A mutant that no example and no case notices is a mistake that could be made in the rule unseen:
« plus de » for « au moins », a cent, a day, a condition left out.
"""
