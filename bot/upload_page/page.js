"use strict";
// Without this script the form works all the same: it only adds progress, cancelling, dropping.
(() => {
  const at = (id) => document.getElementById(id);
  const form = at("form"), input = at("file"), drop = at("drop"), notice = at("notice");
  const said = form.dataset;
  let going = null;

  document.documentElement.classList.add("script");

  function say(words, tone) {
    notice.textContent = words;
    notice.className = `notice ${tone}`;
  }

  function choose() {
    const file = input.files[0];
    at("name").textContent = file ? file.name : "";
    const fits = !file || file.size <= Number(said.limit);
    say(fits ? "" : said.tooBig, fits ? "" : "bad");
    at("send").disabled = !fits;
  }

  function show(busy) {
    at("going").hidden = at("cancel").hidden = !busy;
    at("send").hidden = drop.hidden = busy;
    (busy ? at("cancel") : input).focus();
  }

  function progress(sent) {
    at("progress").value = sent;
    at("percent").textContent = `${sent} %`;
  }

  function stopped(words) {
    going = null;
    show(false);
    say(words, "bad");
  }

  function over(answer) {
    going = null;
    form.hidden = at("until").hidden = true;
    document.querySelectorAll("main > p").forEach((one) => one.remove());
    const words = document.createElement("p");
    words.textContent = answer.words;
    at("heading").textContent = document.title = answer.heading;
    at("heading").after(words);
    at("heading").focus();
  }

  function answered(request) {
    let answer = null;
    try {
      answer = JSON.parse(request.responseText);
    } catch {
      // Not our answer: something between us and the server has spoken.
    }
    if (!answer) stopped(said.lost);
    else if (answer.state === "open") stopped(answer.words);
    else over(answer);
  }

  function send() {
    const request = new XMLHttpRequest();
    going = request;
    progress(0);
    say("", "");
    show(true);
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) progress(Math.floor((100 * event.loaded) / event.total));
    };
    request.onload = () => answered(request);
    request.onerror = request.ontimeout = () => stopped(said.lost);
    request.onabort = () => stopped(said.cancelled);
    request.open("POST", location.pathname);
    request.setRequestHeader("Accept", "application/json");
    request.send(new FormData(form));
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!going && input.files.length) send();
  });
  at("cancel").addEventListener("click", () => going && going.abort());
  input.addEventListener("change", choose);
  ["dragenter", "dragover"].forEach((kind) => document.addEventListener(kind, (event) => {
    event.preventDefault();
    drop.classList.add("over");
  }));
  ["dragleave", "drop"].forEach((kind) => document.addEventListener(kind, (event) => {
    event.preventDefault();
    drop.classList.remove("over");
  }));
  document.addEventListener("drop", (event) => {
    if (going || !event.dataTransfer.files.length) return;
    const one = new DataTransfer();
    one.items.add(event.dataTransfer.files[0]);
    input.files = one.files;
    choose();
  });
  document.body.classList.add("ready");
  choose();
})();
