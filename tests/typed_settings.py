"""The settings as a type checker sees them: what the models and the rooms ask of them, without a database."""

from __future__ import annotations

from pathlib import Path

from gatehouse.app.law import Mode
from gatehouse.app.settings import STORED_ROOMS
from gatehouse.app.web_settings import APPS
from gatehouse.app.web_settings import MIDDLEWARE as LAYERS
from gatehouse.retention.master_key import Masters
from gatehouse.screening.matching.operating import AS_SHIPPED, Thresholds

SECRET_KEY = "signs nothing"
INSTALLED_APPS = [*STORED_ROOMS, *APPS]
MIDDLEWARE = list(LAYERS)
AUTH_USER_MODEL = "accounts.Account"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
HELD_FOLDER: Path | None = None
LISTS_FOLDER: Path | None = None
REVIEW_FOLDER: Path | None = None
CRITERIA_FOLDER: Path | None = None
THRESHOLDS: Thresholds = AS_SHIPPED
MASTER_KEYS: Masters | None = None
AUDIT_KEYS = Path("audit")
MODE = Mode.DEMO
SECOND_FACTOR_NEEDED = True
