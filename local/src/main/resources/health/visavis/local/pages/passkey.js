// Passkeys are the device's: only a script can ask it. Whoever has none, or no script, signs in as ever.
const token = document.querySelector("input[name=_csrf]")?.value ?? "";
const element = (name) => document.querySelector(`[data-passkey=${name}]`);

const send = (path, body) =>
  fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRF-TOKEN": token },
    body: body && JSON.stringify(body),
  });

async function received(response) {
  if (!response.ok) throw new Error(`answered ${response.status}`);
  return response.json();
}

async function signIn() {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await received(await send("/sign-in/passkey/challenge")));
  const answer = await navigator.credentials.get({ publicKey });
  const { to } = await received(await send("/sign-in/passkey", answer.toJSON()));
  location.assign(to);
}

async function add() {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(await received(await send("/account/passkeys/offer")));
  const answer = await navigator.credentials.create({ publicKey });
  const label = encodeURIComponent(navigator.userAgentData?.platform || navigator.platform || "Passkey");
  const response = await send(`/account/passkeys?label=${label}`, answer.toJSON());
  if (!response.ok) throw new Error(`answered ${response.status}`);
  location.assign("/account");
}

/** Says what went wrong beside the button: the person may have changed their mind, or has no passkey here. */
function offer(name, act) {
  const button = element(name);
  if (!button) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const problem = element("problem");
    problem.hidden = true;
    try {
      await act();
    } catch {
      problem.hidden = false;
    }
  });
}

if (window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
  offer("sign-in", signIn);
  offer("add", add);
}
