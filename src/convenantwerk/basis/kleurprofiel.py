"""Colours by the profile that a picture brings (ICC), as a screen shows them; few pictures do."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from PIL import ImageCms

if TYPE_CHECKING:
    from PIL.Image import Image


def omgerekend(image: Image, profile: bytes) -> Image | None:
    """Return a picture in sRGB; None when its profile is no good, or of other kinds of colours."""
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    try:
        own = ImageCms.ImageCmsProfile(BytesIO(profile))
        screen = ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(image, own, screen, outputMode=mode)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return None
