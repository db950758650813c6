/**
 * The interview within the one file: the wizard's own page script, as on the website, with what it finds there already.
 * It takes the browser's history for its own; here it shares that with the pages.
 */

import "./first_screen.js";
import "../../wizard/web/early.js";
import "../../wizard/web/wizard.js";

// wizard.js takes the number of a screen out of the address, and with it what names the interview.
history.replaceState(history.state, "", "#wizard/");
