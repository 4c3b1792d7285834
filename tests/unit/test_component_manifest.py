"""Streamlit finds our components' files by the manifest in the package that is called like the distribution."""

import tomllib
from pathlib import Path

from streamlit.components.v2.manifest_scanner import scan_component_manifests

from explorer.canvas import address_bar, component, file_button, file_input, search_keys, statement_input

ROOT = Path(__file__).parents[2]


def test_streamlit_finds_the_components_with_their_files() -> None:
    found = [(m, root) for m, root in scan_component_manifests() if m.name == "lodegraph"]

    assert len(found) == 1
    manifest, package = found[0]
    assert [f"{manifest.name}.{c.name}" for c in manifest.components] == [
        component.NAME,
        address_bar.NAME,
        file_input.NAME,
        search_keys.NAME,
        file_button.NAME,
        statement_input.NAME,
    ]
    wanted = (
        {"canvas.js", "canvas.css"},
        {"address.js"},
        {"file_input.js", "file_input.css"},
        {"search_keys.js"},
        {"file_button.js", "file_button.css"},
        {"statement.js", "statement.css"},
    )
    for one, files in zip(manifest.components, wanted, strict=True):
        folder = one.resolve_asset_root(package)
        assert folder is not None
        assert files <= {path.name for path in folder.iterdir()}


def test_the_manifest_has_the_name_and_version_of_the_distribution() -> None:
    of_project, of_manifest = (
        tomllib.loads(path.read_text())["project"]
        for path in (ROOT / "pyproject.toml", ROOT / "lodegraph" / "pyproject.toml")
    )

    assert of_manifest == {name: of_project[name] for name in ("name", "version")}
