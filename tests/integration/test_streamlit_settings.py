"""What a user has set for Streamlit apps of their own, by variables or by files: the explorer serves all the same."""

import sys
from pathlib import Path

import pytest

from tests.integration.test_explorer_hosts import ask, explorer

COMMAND = Path(sys.executable).with_name("lodegraph")
VARIABLES = (
    {"STREAMLIT_SERVER_PORT": "8765"},
    {"STREAMLIT_SERVER_PORT": "not a port"},
    {"STREAMLIT_SERVER_ADDRESS": "192.0.2.1"},
    {"STREAMLIT_SERVER_HEADLESS": "maybe"},
    {"STREAMLIT_SERVER_BASE_URL_PATH": "elsewhere"},
    {"STREAMLIT_SERVER_SSL_CERT_FILE": "/no/such.pem", "STREAMLIT_SERVER_SSL_KEY_FILE": "/no/such.key"},
    {"STREAMLIT_GLOBAL_DEVELOPMENT_MODE": "true"},
    {"STREAMLIT_SERVER_MAX_MESSAGE_SIZE": "none"},
    {"STREAMLIT_LOGGER_LEVEL": "loudly"},
    {"STREAMLIT_SECRETS_FILES": "['/no/such.toml']"},
    {"STREAMLIT_BROWSER_SERVER_PORT": "1"},
    {"STREAMLIT_SERVER_ENABLE_CORS": "false", "STREAMLIT_SERVER_ENABLE_XSRF_PROTECTION": "false"},
)
FILES = (
    "[server]\nport = 8765\naddress = '192.0.2.1'\nheadless = false\nbaseUrlPath = 'elsewhere'\n",
    "[server]\nsslCertFile = '/no/such.pem'\nsslKeyFile = '/no/such.key'\n",
    "[server\nthis is no TOML",
    "[theme]\nbase = 'no such theme'\nprimaryColor = 7\n",
    "[unheard]\nof = 1\n[global]\ndevelopmentMode = true\n",
)


@pytest.mark.parametrize("variables", VARIABLES, ids=lambda v: next(iter(v)))
def test_variables_for_other_apps_do_not_reach_the_explorer(tmp_path: Path, variables: dict[str, str]) -> None:
    for port in explorer(tmp_path, variables):
        assert ask(port, "127.0.0.1").status == 200


@pytest.mark.parametrize("text", FILES)
def test_files_for_other_apps_do_not_reach_the_explorer(tmp_path: Path, text: str) -> None:
    (tmp_path / ".streamlit").mkdir()
    (tmp_path / ".streamlit" / "config.toml").write_text(text, encoding="utf-8")
    (tmp_path / ".streamlit" / "secrets.toml").write_text("[auth\nno TOML", encoding="utf-8")
    for port in explorer(tmp_path, {}):
        assert ask(port, "127.0.0.1").status == 200
