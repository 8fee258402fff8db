import { eachSchema } from './schemas.mjs';

function isZone(zone) {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

/** Only the first session of a day may begin on the evening before. */
function sessionsAmiss(sessions, names) {
  const amiss = [];
  let end = '';
  sessions.forEach(({ session, from, to }, index) => {
    if (!names.includes(session)) amiss.push(`"${session}" is not a session`);
    const isEvening = index === 0 && from > to;
    if (from === to || (from > to && !isEvening)) amiss.push(`${from} to ${to} ends before it begins`);
    if (!isEvening && from < end) amiss.push(`${from} to ${to} begins before ${end}, when the one before it ends`);
    end = to;
  });
  if (sessions.length > 1 && sessions[0].from > sessions[0].to && sessions.at(-1).to > sessions[0].from) {
    amiss.push(`${sessions.at(-1).to} is after ${sessions[0].from}, when the next day begins`);
  }
  return amiss;
}

function amissOf({ zone, days, sessions, week, ...hours }, names) {
  const amiss = [zone, week?.zone].filter((one) => one !== undefined && !isZone(one)).map((one) => `"${one}" is not a time zone`);
  if ((days === undefined) !== (sessions === undefined)) amiss.push('days and sessions go together');
  if (week && sessions) amiss.push('it has sessions of its days or a week, not both');
  if (week && week.from === week.to) amiss.push(`the week has no length: ${week.from}`);
  if (hours['half-day'] && !sessions) amiss.push('half-day without sessions');
  for (const list of [sessions, hours['half-day']]) amiss.push(...sessionsAmiss(list ?? [], names));
  return amiss;
}

/** `x-trading-hours` has the markets of its enumeration, and hours that a clock can follow. */
export function hoursComplete(document) {
  const findings = [];
  const schemas = document.components?.schemas ?? {};
  eachSchema(document, (schema, path) => {
    const hours = schema['x-trading-hours'];
    if (hours === undefined) return;
    const at = [...path, 'x-trading-hours'];
    const names = schemas[hours.sessions.split('/').at(-1)]?.['x-enum-varnames'];
    if (!names) findings.push({ message: `sessions names no enumeration: ${hours.sessions}`, path: at });
    for (const [market, own] of Object.entries(hours.markets)) {
      if (!(schema.enum ?? []).includes(market)) findings.push({ message: `"${market}" is not a value of the enumeration`, path: at });
      for (const message of amissOf(own, names ?? [])) findings.push({ message: `${market}: ${message}`, path: at });
    }
  });
  return findings;
}
