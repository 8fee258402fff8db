// Trading hours that no clock can follow.
import { http, schema, stream } from './places.mjs';

const amiss = (what, from, to, says, rule = 'hours-complete', document = http) => ({
  what,
  rule,
  in: document,
  edit: [schema('enums'), from, to],
  at: [schema('enums'), 'Market.x-trading-hours'],
  says,
});

export const HOURS = [
  amiss('a zone that is none', 'zone: Asia/Hong_Kong', 'zone: Asia/Hongkongg', 'HK: "Asia/Hongkongg" is not a time zone'),
  amiss('a zone of the week that is none', 'week: {zone: America/New_York', 'week: {zone: America/NewYork', 'FX: "America/NewYork"'),
  amiss('hours of a market that is none', '      CF: {zone', '      UX: {zone', '"UX" is not a value'),
  amiss('a session that is none', 'session: PRE_MARKET', 'session: PREMARKET', 'US: "PREMARKET" is not a session', undefined, stream),
  amiss('sessions of an enumeration that is none', 'sessions: \'./enums.yaml#/Session\'', 'sessions: \'./enums.yaml#/Sesion\'', 'names no enumeration'),
  amiss('a session that ends before it begins', "from: '13:00', to: '16:00'", "from: '17:00', to: '16:00'", 'HK: 17:00 to 16:00'),
  amiss('sessions that overlap', "from: '13:00', to: '16:00'", "from: '11:00', to: '16:00'", 'HK: 11:00 to 16:00 begins before 12:00'),
  amiss('a day that ends after the evening of the next', "from: '16:00', to: '20:00'", "from: '16:00', to: '21:00'", 'US: 21:00 is after 20:00'),
  amiss('days without sessions', 'CF: {zone: UTC}', 'CF: {zone: UTC, days: [MONDAY]}', 'CF: days and sessions go together'),
  amiss('a week without length', "to: 'FRIDAY 17:00'}}", "to: 'SUNDAY 17:00'}}", 'FX: the week has no length'),
  amiss('a half day of a week', '      CF: {zone: UTC}', "      CF: {zone: UTC, half-day: [{session: REGULAR, from: '09:00', to: '10:00'}]}", 'CF: half-day without sessions'),
  amiss(
    'a week beside sessions',
    '        zone: Asia/Hong_Kong\n',
    "        zone: Asia/Hong_Kong\n        week: {zone: UTC, from: 'MONDAY 01:00', to: 'FRIDAY 01:00'}\n",
    'HK: it has sessions of its days or a week',
  ),
  amiss('a time that is none', "to: '03:50'", "to: '24:00'", 'markets.US.sessions.0.to', 'extension-valid'),
  amiss('a weekday that is none', 'days: [MONDAY,', 'days: [MON,', 'markets.US.days.0', 'extension-valid'),
  amiss('a misspelt key of hours', 'half-day:', 'halfday:', 'is not a key of it', 'extension-valid'),
];
