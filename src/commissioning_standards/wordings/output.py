"""What is said of files that are written."""

from __future__ import annotations

from .wording import Wording

__all__ = ["OUTPUT"]

OUTPUT: dict[str, Wording] = {
    "output-exists": Wording(
        "The file is there already and was left as it is.",
        "Choose another name, or say that it may be replaced (--force).",
    ),
    "outputs-exist": Wording(
        "Files are there already and were left as they are: {found}, and {allowed} more.",
        "Choose another folder, or say that they may be replaced (--force).",
    ),
    "output-is-input": Wording(
        "This is one of the files that are read, and is never replaced.", "Choose another name."
    ),
    "output-is-folder": Wording("There is a folder of that name.", "Choose another name."),
    "output-is-file": Wording("There is a file of that name.", "Choose another name."),
    "output-folder-missing": Wording(
        "The folder to write to does not exist.", "Make the folder, or choose another."
    ),
    "output-failed": Wording(
        "It could not be written: {found}.", "Check the folder's permissions and free space."
    ),
    "output-no-ending": Wording("The file's name has no ending.", "Add an allowed ending."),
    "output-format": Wording("The file ending {found} is not known.", "Use an allowed ending."),
}
