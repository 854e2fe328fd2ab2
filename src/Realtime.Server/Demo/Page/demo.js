// The demo's people. A publisher's page would get the token from its own sign-on; this one asks the server for it, which answers in Development only.

async function tokenOf(person) {
  if (!person.value) return null;
  const answer = await fetch('/api/v1/dev/token', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ userId: person.value, name: person.dataset.name, roles: person.dataset.roles?.split(' ') ?? [] }),
  });
  return answer.ok ? (await answer.json()).token : null;
}

function threadIn(pane) {
  return pane instanceof HTMLIFrameElement ? pane.contentDocument?.querySelector('realtime-thread') : pane;
}

async function signIn(people, pane) {
  const token = await tokenOf(people.querySelector('input:checked'));
  const thread = threadIn(pane);
  if (token) thread?.setAttribute('token', token);
  else thread?.removeAttribute('token');
}

for (const people of document.querySelectorAll('[data-person-of]')) {
  const pane = document.getElementById(people.dataset.personOf);
  people.addEventListener('change', () => signIn(people, pane));
  pane.addEventListener('load', () => signIn(people, pane));
  signIn(people, pane);
}

import('/embed.js').catch(() => { document.getElementById('missing').hidden = false; });
