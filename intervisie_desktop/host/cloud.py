"""Folders that a cloud service copies while they are in use: no place for a live practice."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from intervisie_desktop.domain.errors import Trouble

_VARIABLES = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
_NAMES = {
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "mijn drive": "Google Drive",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "mobile documents": "iCloud",
    "nextcloud": "Nextcloud",
    "onedrive": "OneDrive",
}
_MARKERS = {
    ".dropbox.cache": "Dropbox",
    ".849C9593-D756-4E56-8D6E-42412F2A707B": "OneDrive",
    ".tmp.drivedownload": "Google Drive",
}
"""What the services leave in the top folder they keep in step."""


def cloud_service(path: Path, environment: Mapping[str, str] | None = None) -> str | None:
    """The name of the service that keeps this place in step, or None."""
    variables = os.environ if environment is None else environment
    folders = list(path.absolute().parents)
    for variable in _VARIABLES:
        root = variables.get(variable)
        if root and Path(root).absolute() in folders:
            return "OneDrive"
    for folder in folders:
        # "OneDrive - Kantoor Zuid" and "GoogleDrive-jan@voorbeeld.nl" count as well.
        whole = folder.name.casefold()
        for name in (whole, whole.split("-")[0].split("(")[0].strip()):
            if name in _NAMES:
                return _NAMES[name]
        for marker, service in _MARKERS.items():
            if (folder / marker).exists():
                return service
    return None


def refuse_cloud(path: Path) -> None:
    """Trouble("cloud_folder") when a service would copy the file while it changes."""
    service = cloud_service(path)
    if service is not None:
        raise Trouble("cloud_folder", service=service, path=str(path))
