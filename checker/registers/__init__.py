"""Registers beside the case: what other papers of the body know of the same people and bodies.

`read_registers` reads files and folders; `joined` is pure and gives the case with what they add.
Nothing is guessed: bodies meet by an equal identifier, else by an equal normalised name, persons
by an equal normalised name; names that are only close are told and never joined.
"""

from checker.registers.files import read_registers
from checker.registers.joining import Joined, joined
from checker.registers.model import Register, Registers
from checker.registers.people import people_of

__all__ = ["Joined", "Register", "Registers", "joined", "people_of", "read_registers"]
