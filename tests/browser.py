"""The page in a real browser, as a person uses it: phones by name, buttons by label."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from typing import Any, Protocol

import pytest

webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")

from selenium.common.exceptions import StaleElementReferenceException  # noqa: E402
from selenium.webdriver.chrome.webdriver import WebDriver  # noqa: E402
from selenium.webdriver.common.by import By  # noqa: E402
from selenium.webdriver.remote.webelement import WebElement  # noqa: E402
from selenium.webdriver.support.ui import WebDriverWait  # noqa: E402

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
DRIVER = shutil.which("chromedriver")
BROWSER_FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--window-size=1600,1000", "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
)  # fmt: skip
PATIENCE_S = 10


class Served(Protocol):
    """Something that serves the page."""

    url: str


class Browser:
    """The page as a person sees it: phones by name, buttons by label."""

    def __init__(self, driver: WebDriver, served: Served) -> None:
        self.driver = driver
        self.url = served.url

    def open(self, address: str = "/") -> None:
        self.driver.get("about:blank")
        self.driver.get(self.url + address)
        self.wait(lambda: self.driver.find_elements(By.CSS_SELECTOR, "body.ready"))

    def wait(self, condition: Callable[[], Any]) -> Any:
        # The page may redraw what is being looked at; then it is looked at again.
        waiting = WebDriverWait(
            self.driver,
            PATIENCE_S,
            poll_frequency=0.05,
            ignored_exceptions=[StaleElementReferenceException],
        )
        return waiting.until(lambda _: condition())

    def all(self, selector: str, within: WebElement | None = None) -> list[WebElement]:
        return list((within or self.driver).find_elements(By.CSS_SELECTOR, selector))

    def one(self, selector: str, within: WebElement | None = None) -> WebElement:
        found: WebElement = self.wait(lambda: next(iter(self.all(selector, within)), None))
        return found

    def phone(self, name: str, index: int = 0) -> WebElement:
        found: list[WebElement] = self.wait(
            lambda: self.all(f'.phone[aria-label*="{name}"]')[index : index + 1]
        )
        return found[0]

    def bubbles(self, phone: WebElement) -> list[str]:
        return [one.text for one in self.all(".message .text", phone)]

    def sees(self, phone: WebElement, text: str) -> None:
        self.wait(lambda: any(text in bubble for bubble in self.bubbles(phone)))

    def button(self, label: str, within: WebElement | None = None) -> WebElement:
        def found() -> WebElement | None:
            for one in self.all("button, a.key", within):
                if label in (one.text, one.get_attribute("aria-label")) and one.is_displayed():
                    return one
            return None

        button: WebElement = self.wait(found)
        return button

    def focused(self) -> WebElement:
        return self.driver.switch_to.active_element

    def run(self, script: str, *arguments: Any) -> Any:
        return self.driver.execute_script(script, *arguments)

    def colour(self, scheme: str) -> None:
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})

    def size(self, width: int, height: int) -> None:
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False},
        )


@pytest.fixture(scope="module")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WebDriver]:
    if not (CHROMIUM and DRIVER):
        pytest.skip("chromium and chromedriver are not installed")
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for flag in (*BROWSER_FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('browser')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    made = webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))
    yield made
    made.quit()
