{# Leads from the site's root to the visitor's language: the first that the browser asks for and we speak. -#}
const spoken = [...document.querySelectorAll("[data-language]")];
const wished = navigator.languages.map(tag => tag.toLowerCase().split("-")[0].replace("no", "nb"));
const link = wished.map(tag => spoken.find(link => link.dataset.language == tag)).find(Boolean);
if (link && link.dataset.language != document.documentElement.lang) location.replace(link.href);
