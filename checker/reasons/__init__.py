"""Why a verdict is what it is: its conditions made plain, how far each is, what may explain it."""
