// Fields that hold a part of the draft: what is typed goes into it, and what the draft becomes shows in them.

function lineField(page, where, holder, name, attributes) {
  return held(page, where, holder, name, make("input", { type: "text", autocomplete: "off", ...attributes }));
}

function nameField(page, where, holder) {
  const attributes = { maxlength: page.bank.longest.line, spellcheck: "false", class: "cl-code" };
  return lineField(page, where, holder, "id", attributes);
}

function textField(page, where, holder, name, attributes) {
  return held(page, where, holder, name, make("textarea", { rows: 2, ...attributes }));
}

function held(page, where, holder, name, element) {
  element.dataset.where = where;
  element.addEventListener("input", () => {
    holder()[name] = element.value;
    changed(page);
  });
  page.shown.push(() => setText(element, holder()[name]));
  return element;
}

// Another text in a field, its caret behind what has changed.
function setText(element, text) {
  if (element.value === text) return;
  const edit = typed(element.value, text, 0);
  element.value = text;
  if (element === document.activeElement) element.setSelectionRange(edit.start + edit.added, edit.start + edit.added);
}

function labelled(title, field, hint) {
  const about = hint ? make("small", { id: uniqueId() }, hint) : null;
  if (about) field.setAttribute("aria-describedby", about.id);
  field.id = uniqueId();
  return make("div", { class: "cl-text" }, make("label", { for: field.id }, title), about, field);
}

// Radios in a fieldset, none of them chosen until somebody does.
function radios(page, where, legend, options, read, write) {
  const group = uniqueId();
  const radio = ({ value, name }) => {
    const input = make("input", {
      type: "radio",
      name: group,
      onchange: () => {
        write(value);
        changed(page);
      },
    });
    page.shown.push(() => (input.checked = read() === value));
    return make("label", { class: "cl-choice" }, input, make("span", {}, name));
  };
  return make(
    "fieldset",
    { class: "cl-row", "data-where": where },
    make("legend", {}, legend),
    make("div", { class: "cl-choices" }, options.map(radio)),
  );
}

function act(text, onclick, attributes) {
  return make("button", { type: "button", onclick, ...attributes }, text);
}

function quietly(text, onclick, attributes) {
  return act(text, onclick, { class: "cl-quiet", ...attributes });
}

// What the whole case has: its title, the name of its file, how hard it is.
function about(page) {
  const { words, bank } = page;
  const draft = () => page.draft;
  const title = lineField(page, "title", draft, "title", { maxlength: bank.longest.line });
  const name = nameField(page, "id", draft);
  const copy = make("p", { class: "cl-none cl-copy" });
  page.shown.push(() => {
    const original = page.view?.original;
    copy.hidden = !original || draft().id === original;
    copy.textContent = fill(words.id_copy, { original });
  });
  let before = "";
  page.shown.push(() => (before = draft().title));
  title.addEventListener("input", () => {
    const follows = draft().id === slug(before) && !page.view?.original;
    before = title.value;
    if (follows) name.value = draft().id = slug(title.value);
  });
  return make(
    "div",
    { class: "cl-about-case" },
    labelled(words.title, title, words.title_about),
    labelled(words.id, name, words.id_about),
    copy,
    radios(page, "difficulty", words.difficulty, bank.difficulties, () => page.draft.difficulty, (value) => {
      page.draft.difficulty = value;
    }),
  );
}

// What stands below the story: the facilitator's question, the twins, another decision point.
function tail(page) {
  const { words, bank } = page;
  const draft = () => page.draft;
  const add = () => {
    page.draft.points.push({ heading: "", text: "", phrases: [], expected: "", dissent: "" });
    for (const twin of page.draft.twins) twin.expected.push("");
    restructure(page, `points.${page.draft.points.length - 1}.heading`);
  };
  const button = act(words.point_add, add, { "data-where": "add" });
  const discuss = textField(page, "discuss", draft, "discuss", { maxlength: bank.longest.note });
  return make(
    "div",
    { class: "cl-tail" },
    make("p", { class: "cl-line" }, button, make("small", {}, words.point_add_about)),
    labelled(words.discuss, discuss, words.discuss_about),
    twinsPart(page),
  );
}
