"""The workflows of GitHub: what they may do, and that their steps run."""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from civalue_build.cli.options import parser
from civalue_build.report.received import received
from tests.conftest import ROOT

FOLDER = ROOT / ".github" / "workflows"
FILES = sorted(FOLDER.glob("*.yml"))
PAGES = ROOT / "framework" / "pages" / "contribute"
PINNED = re.compile(r"uses: [\w.-]+/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
INSTALL = "Install civalue"


def read(path: Path) -> dict[str, Any]:
    """Read a workflow with every scalar as text: `on` is no truth value here."""
    data = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 text alone
    assert isinstance(data, dict)
    return data


JOBS: dict[str, dict[str, Any]] = {
    f"{path.name}: {name}": job for path in FILES for name, job in read(path)["jobs"].items()
}


def steps(name: str, job: str) -> list[dict[str, Any]]:
    found = read(FOLDER / name)["jobs"][job]["steps"]
    assert isinstance(found, list)
    return found


def test_the_workflows_are_these() -> None:
    assert [path.name for path in FILES] == [
        "check.yml",
        "comment.yml",
        "program.yml",
        "publish.yml",
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_workflow_may_do_nothing_that_a_job_does_not_ask_for(path: Path) -> None:
    flow = read(path)
    assert flow["permissions"] == {}
    assert flow["concurrency"]["group"]
    assert "pull_request_target" not in flow["on"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_action_is_pinned_to_a_commit_with_its_version_beside_it(path: Path) -> None:
    uses = [line.strip().removeprefix("- ") for line in path.read_text().splitlines()]
    uses = [line for line in uses if line.startswith("uses:")]
    assert uses
    assert [line for line in uses if not PINNED.fullmatch(line)] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_workflow_names_no_owner_and_no_secret(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "secrets." not in text
    assert "repository_owner" not in text


@pytest.mark.parametrize("name", JOBS)
def test_a_job_ends_by_itself_and_keeps_no_token(name: str) -> None:
    job = JOBS[name]
    assert 0 < int(job["timeout-minutes"]) <= 60
    for step in job["steps"]:
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"


@pytest.mark.parametrize("name", JOBS)
def test_no_command_holds_words_of_others(name: str) -> None:
    for step in JOBS[name]["steps"]:
        assert "${{" not in step.get("run", "")


def test_only_these_jobs_may_write_and_none_of_them_fetches_what_was_proposed() -> None:
    writing = {name: job for name, job in JOBS.items() if "write" in job["permissions"].values()}
    assert set(writing) == {"comment.yml: comment", "publish.yml: deploy"}
    assert [step["uses"].split("@")[0] for step in writing["publish.yml: deploy"]["steps"]] == [
        "actions/deploy-pages"
    ]
    fetch, write = writing["comment.yml: comment"]["steps"]
    assert fetch["with"]["ref"] == "${{ github.event.repository.default_branch }}"
    assert write["run"] == "python3 .github/scripts/comment.py"
    assert writing["comment.yml: comment"]["permissions"]["pull-requests"] == "write"


def test_what_people_propose_is_read_by_jobs_that_may_only_read() -> None:
    for path in FILES:
        flow = read(path)
        if "pull_request" in flow["on"]:
            for job in flow["jobs"].values():
                assert job["permissions"] == {"contents": "read"}


def test_the_comment_follows_the_checks_of_a_proposal() -> None:
    flow = read(FOLDER / "comment.yml")
    assert flow["on"] == {
        "workflow_run": {"workflows": [read(FOLDER / "check.yml")["name"]], "types": ["completed"]}
    }
    assert flow["jobs"]["comment"]["if"] == "github.event.workflow_run.event == 'pull_request'"
    kept = [step["with"]["name"] for step in steps("check.yml", "cases") if "path" in named(step)]
    assert kept == ["findings", "site-preview"]


def named(step: Mapping[str, Any]) -> Mapping[str, Any]:
    found = step.get("with", {})
    assert isinstance(found, dict)
    return found


def test_zizmor_finds_nothing() -> None:
    zizmor = str(Path(sys.executable).parent / "zizmor")
    done = subprocess.run(
        [zizmor, "--offline", "--pedantic", "--strict-collection", str(ROOT / ".github")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_commands_for_windows_are_those_that_the_page_tells() -> None:
    page = (PAGES / "your-own-library.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"```bat\n(.*?)```", page, re.DOTALL)
    run = [step["run"] for step in steps("program.yml", "windows") if "run" in step]
    told = block.splitlines()
    assert run[: len(told)] == told


@pytest.mark.parametrize("job", ["windows", "macos"])
def test_processes_that_start_from_nothing_replace_a_site_where_no_test_runs(job: str) -> None:
    last = steps("program.yml", job)[-1]["run"].replace("\\", "/").split()
    assert last[1:3] == ["-m", "tests.anew"]
    parser().parse_args(last[3:])


def test_every_command_of_civalue_in_a_workflow_is_understood() -> None:
    found = 0
    for job in JOBS.values():
        for step in job["steps"]:
            for words in re.findall(r"\bcivalue ((?:check|build)[^|>\n]*)", step.get("run", "")):
                parser().parse_args(words.split())
                found += 1
    assert found >= 6


def test_the_text_that_the_page_tells_to_paste_is_a_case_without_errors(library: Path) -> None:
    page = (PAGES / "browser.md").read_text(encoding="utf-8")
    (text,) = re.findall(r"```yaml\n(---\n.*?)```", page, re.DOTALL)
    folder = library / "cases" / "my-case"
    folder.mkdir()
    (folder / "case.md").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "civalue_build", "check", "my-case", f"--library={library}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert "error" not in done.stdout


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a fresh clone would hold, with civalue installed as the workflows do it.

    The locked packages are at hand already, so that nothing is fetched.
    """
    target = tmp_path_factory.mktemp("clone")
    git = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(git, cwd=ROOT, capture_output=True, text=True, check=True)
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, target / name)
    venv = target.with_name("venv-of-clone")
    subprocess.run([sys.executable, "-m", "venv", venv], check=True)
    scheme = {"base": str(venv), "platbase": str(venv)}
    packages = Path(sysconfig.get_path("purelib", "posix_prefix", scheme))
    (packages / "shared.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    installed = run(target, commands("check.yml", "cases")[INSTALL])
    assert installed.returncode == 0, installed.stderr
    return target


def run(clone: Path, step: Mapping[str, Any], **known: str) -> subprocess.CompletedProcess[str]:
    """Run a step as a runner does: with `bash -e` in the clone."""
    given = {key: known.get(value, value) for key, value in step.get("env", {}).items()}
    environment = {
        "PATH": f"{clone.with_name('venv-of-clone')}/bin:{os.environ['PATH']}",
        "HOME": str(clone.with_name("home")),
        "GITHUB_STEP_SUMMARY": str(clone.with_name("summary.md")),
        **given,
    }
    bash = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
    return subprocess.run(
        bash, cwd=clone, env=environment, capture_output=True, text=True, check=False, timeout=600
    )


def commands(name: str, job: str) -> dict[str, dict[str, Any]]:
    return {step["name"]: step for step in steps(name, job) if "run" in step}


@pytest.mark.slow
def test_the_steps_of_the_checks_run_in_a_clone_and_an_error_stops_no_other(clone: Path) -> None:
    check = commands("check.yml", "cases")
    del check[INSTALL]
    bad = clone / "cases" / "broken" / "case.md"
    bad.parent.mkdir()
    bad.write_text("---\nformat: 1\ntitle: 'x ::error::'\n---\n", encoding="utf-8")
    done = {name: run(clone, step) for name, step in check.items()}
    shutil.rmtree(bad.parent)
    codes = [item.returncode for item in done.values()]
    assert codes == [1, 0, 0], [item.stderr for item in done.values()]
    told = done["Check the cases"].stdout
    assert re.search(r"^::error file=cases/broken/case\.md,line=\d+,col=\d+,title=CV", told, re.M)
    assert "cases/broken" in clone.with_name("summary.md").read_text().replace("\\", "")
    found = received((clone / "findings.json").read_bytes())
    assert any(item.place.file == "cases/broken/case.md" for item in found)
    assert (clone / "site" / "index.html").is_file()
    assert not (clone / "site" / "cases" / "broken").exists()


@pytest.mark.slow
def test_a_site_that_is_published_knows_its_address_and_that_of_its_files(clone: Path) -> None:
    publish = commands("publish.yml", "build")
    assert publish.pop(INSTALL)["run"] == commands("check.yml", "cases")[INSTALL]["run"]
    known = {
        "${{ steps.pages.outputs.base_url }}": "https://someone.github.io/value",
        "${{ github.server_url }}/${{ github.repository }}/edit/${{ github.ref_name }}": (
            "https://github.com/someone/value/edit/main"
        ),
    }
    for step in publish.values():
        assert set(step.get("env", {}).values()) <= set(known)
        done = run(clone, step, **known)
        assert done.returncode == 0, done.stderr
    site = clone / "site"
    assert "https://someone.github.io/value/index.html" in (site / "sitemap.xml").read_text()
    page = next((site / "cases").glob("*/index.html"))
    edit = f"https://github.com/someone/value/edit/main/cases/{page.parent.name}/case.md"
    assert edit in page.read_text(encoding="utf-8")
    settings = (clone / "mkdocs.yml").read_text(encoding="utf-8")
    run(clone, next(iter(publish.values())), **known)
    assert (clone / "mkdocs.yml").read_text(encoding="utf-8") == settings
