"""The operator's commands: the same acts as the pages, one module for each family.

Exit status of every command: 0 done; 1 not done for a reason outside the input (no database, no space, interrupted);
2 the input or the command line was refused. Errors are one line on stderr: file, position, cause, remedy.
"""

from gatehouse.cli.main import app, main

__all__ = ["app", "main"]
