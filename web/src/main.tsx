import { render } from "preact";
import { App } from "./app";

const desk = document.getElementById("desk");
if (desk) render(<App />, desk);
