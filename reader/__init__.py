"""Read what many outlets wrote about one event, and keep straight who said what."""

from __future__ import annotations

TYPE_CHECKING = False  # as in typing, which would be the dearest import before the first frame
if TYPE_CHECKING:
    from reader.library.open import analyse, open_library

__version__ = "0.1.0"
__all__ = ["__version__", "analyse", "open_library"]


def __getattr__(name: str) -> object:
    """`analyse` and `open_library`, imported when first asked for so that `import reader` costs nothing."""
    if name in ("analyse", "open_library"):
        from reader.library import open as opening

        return getattr(opening, name)
    raise AttributeError(f"module 'reader' has no attribute {name!r}")
