// A browser that knows no modules: it says so, as whatever is written for newer ones never runs there.
(() => {
  var about = document.getElementById("about");
  var says = document.getElementById("static");
  if (about && says)
    says.textContent = JSON.parse(String(about.textContent)).words.too_old.replace("{missing}", "ES modules");
})();
