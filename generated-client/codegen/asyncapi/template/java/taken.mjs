import { capital } from './names.mjs';
import { DocumentError } from './problems.mjs';

/** Names that generated code uses, from the table that the lint and the other generator read too. */
export class TakenNames {
  #table;

  constructor(table) {
    this.#table = table;
  }

  #has(name, ...lists) {
    return lists.some((list) => this.#table[list].includes(name));
  }

  /** Returns the name of a class that generated code uses; it must be in the table, or a schema could have the same name. */
  known(name) {
    if (!this.#has(name, 'classes')) {
      throw new Error(`codegen/names.json lacks "${name}" in "classes"`);
    }
    return name;
  }

  checkMember(place, name, ...lists) {
    if (!/^[a-z][A-Za-z0-9]*$/.test(name) || this.#has(name, 'object', ...lists)) {
      throw new DocumentError(place, `${name} is used by Java or generated code: choose another name`);
    }
  }

  /** An operation is a method and a class. */
  checkOperation(place, name) {
    this.checkMember(place, name, 'operations');
    if (this.#has(capital(name), 'java.lang', 'classes')) {
      throw new DocumentError(place, `${capital(name)} is a class that Java or generated code uses: choose another name`);
    }
  }
}
