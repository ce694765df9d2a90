/* A list that the address does not narrow is shown at once, before the rest of the page is read. */
"use strict";

if (!location.search) document.querySelector(".explorer").dataset.whole = "";
