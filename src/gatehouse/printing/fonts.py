"""Where the fonts are: they come as packages, so that a page looks the same on every machine and system fonts play no
part.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from pathlib import Path

import typst

LATIN = "Noto Sans"
CHINESE = "Noto Sans SC"
ARABIC = "Noto Sans Arabic"
_PACKAGES = (("fontpkg_noto_sans", "files"), ("pylopdf_fonts_zh_cn", "."), ("pylopdf_fonts_ar", "."))


@cache
def font_folders() -> tuple[Path, ...]:
    """The folders with Noto Sans (Latin, Greek, Cyrillic), Noto Sans SC and Noto Sans Arabic."""
    return tuple(Path(str(resources.files(package))) / folder for package, folder in _PACKAGES)


@cache
def fonts() -> typst.Fonts:
    """The same, opened for typst; opened once for a process."""
    return typst.Fonts(include_system_fonts=False, font_paths=list(font_folders()))
