/**
 * Payloads of answers and pushes, by the documents' operation id: computed from the market, or read from a data file,
 * or an example of the documents. An operation that is not computed needs no code here, and nothing here decides
 * whether to answer.
 */
@NullMarked
package hk.qos.simulator.answer;

import org.jspecify.annotations.NullMarked;
