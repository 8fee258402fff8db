import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { HTTP, STREAM } from '../rules/extension-schemas.mjs';

test('every x- field of the table of README.md has a schema, and no other', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const rows = [...readme.matchAll(/^\|\s*`(x-[a-z-]+)`/gm)].map((row) => row[1]);
  assert.deepEqual([...new Set([...Object.keys(HTTP), ...Object.keys(STREAM)])].sort(), rows.sort());
});
