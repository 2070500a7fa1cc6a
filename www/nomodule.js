{# Run only by browsers from before 2018, which do not know modules. -#}
var problem = document.getElementById("problem");
problem.firstElementChild.innerText = problem.getAttribute("data-unsupported");
problem.removeAttribute("hidden");
