/**
 * What OpenAPI Generator is told: how schemas and operations of the document become Java, for the templates to print.
 * Nothing here knows an operation, a schema or a field of the document by name.
 */
@NullMarked
package hk.qos.codegen;

import org.jspecify.annotations.NullMarked;
