// The bits of `flag`.

// Returns a number in decimal or hexadecimal, or null.
function flagNumber(text) {
  const trimmed = text.trim();
  const value = /^(\d{1,5}|0[xX][0-9a-fA-F]{1,4})$/.test(trimmed) ? Number(trimmed) : Number.NaN;
  return value <= 0xffff ? value : null;
}

async function showFlag() {
  const text = byId("flag").value;
  const value = flagNumber(text);
  const isWrong = text.trim() !== "" && value === null;
  byId("flag-error").textContent = isWrong ? t("flag_wrong") : "";
  byId("flag").setAttribute("aria-invalid", String(isWrong));
  if (value === null) return show("flag-bits");
  const parts = await call("request", { request: { op: "flag", flag: value } });
  show("flag-bits", flagParts(parts));
}

// Returns the parts of a bitfield, which `smsc flags --json` prints.
function flagParts(parts) {
  const type = codeRows.find(({ line }) => line.table === "type" && line.code === parts.type);
  const bits = parts.flag.toString(2).padStart(16, "0").replace(/(.{4})(?!$)/g, "$1 ");
  const hex = (value) => `0x${value.toString(16).padStart(4, "0")}`;
  return h("div", { class: "card" }, pairs([
    ["flag", `${parts.flag} (${hex(parts.flag)})`],
    [t("flag_bits"), h("code", { class: "bits" }, bits)],
    [t("flag_type"), `${parts.type} (${type?.name() ?? t("unknown")})`],
    [t("flag_balance"), t(parts.second_balance ? "flag_second" : "flag_main")],
    [t("flag_template"), parts.template ?? t("none")],
    [t("flag_unknown"), parts.unknown_bits === 0 ? t("none") : hex(parts.unknown_bits)],
  ]));
}

function askFlag(value) {
  byId("flag").value = String(value);
  showFlag();
  byId("flag").focus();
}
