/**
 * An extension of OpenAPI Generator: converts schemas and operations of the document to Java, for the templates to print.
 * It names no operation, schema or field of the document.
 */
@NullMarked
package hk.qos.codegen;

import org.jspecify.annotations.NullMarked;
