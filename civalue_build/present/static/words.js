/* Numbers, money and returns as text: the same words as the pages were made with. A figure is a
   number, or a text that says why there is none. */
"use strict";

globalThis.civalueWords = (() => {
  const MINUS = "\u2212";
  const JOINER = "\u2060";
  const NO_RETURN = "none: its benefits are below zero";
  const ROUNDED = "Each amount is rounded by itself, so sums of them can differ slightly.";
  const BRIEF = 40;

  /* Commas over 999, a true minus, rounded half up as the number is written. */
  const number = (value, decimals = 0) => {
    const [written, power] = Math.abs(value).toExponential().split("e");
    const digits = written.replace(".", "");
    const shift = Number(power) - (digits.length - 1) + decimals;
    let whole = BigInt(digits);
    if (shift >= 0) whole *= 10n ** BigInt(shift);
    else {
      const unit = 10n ** BigInt(-shift);
      whole = (2n * whole + unit) / (2n * unit);
    }
    const text = String(whole).padStart(decimals + 1, "0");
    const head = text.slice(0, text.length - decimals).replace(/\B(?=(\d{3})+$)/g, ",");
    const tail = decimals ? `.${text.slice(-decimals)}` : "";
    return `${value < 0 && whole > 0n ? MINUS : ""}${head}${tail}`;
  };

  const inCurrency = (digits, currency) => {
    const sign = digits.startsWith(MINUS) ? `${MINUS}${JOINER}` : "";
    const bare = digits.replace(MINUS, "");
    return currency === "GBP" ? `${sign}£${bare}` : `${sign}${currency} ${bare}`;
  };

  const money = (amount, currency) => inCurrency(number(amount), currency);

  const ratio = (value, currency) =>
    (value <= -0.005 ? NO_RETURN : inCurrency(number(value, 2), currency));

  const netRatio = (value, currency) => {
    if (value < -1.005) return NO_RETURN;
    return `${value <= -0.005 ? "a loss of " : ""}${inCurrency(number(Math.abs(value), 2), currency)}`;
  };

  /* A worked-out quantity: two decimals from 1 upwards, four below. */
  const rounded = (value) => {
    const text = number(value, Math.abs(value) >= 1 ? 2 : 4);
    return text.replace(/\.?0+$/, "");
  };

  const reason = (why) => why.trim().replace(/\.+$/, "") || "not stated";

  /* A figure for a cell of a table: a long reason is left to the note below it. */
  const brief = (figure, show) => {
    if (typeof figure === "number") return show(figure);
    return reason(figure).length > BRIEF ? "not given" : reason(figure);
  };

  const notGiven = (figures) => {
    const reasons = figures.filter((figure) => typeof figure === "string").map(reason);
    const long = [...new Set(reasons)].filter((text) => text.length > BRIEF);
    return long.length ? `Not given: ${long.join("; ")}.` : "";
  };

  /* Whether benefits less costs, as shown to the pound, are the net that is shown. */
  const addsUp = ({ costs, benefits, npv }) => {
    const [spent, gained, net] = [costs, benefits, npv]
      .map((figure) => (typeof figure === "number" ? number(figure) : ""))
      .map((text) => text && BigInt(text.replaceAll(",", "").replace(MINUS, "-")));
    return [spent, gained, net].includes("") || gained - spent === net;
  };

  return { NO_RETURN, ROUNDED, addsUp, brief, money, netRatio, notGiven, number, ratio, reason, rounded };
})();
