package hk.qos.spec.diff.document;

import static hk.qos.spec.diff.Verdict.ADDITIVE;
import static hk.qos.spec.diff.Verdict.BREAKING;
import static hk.qos.spec.diff.Verdict.COSMETIC;

import hk.qos.spec.diff.Verdict;
import java.util.Locale;

/**
 * Each way in which what is exchanged can differ: its words, and what it does. A narrower range may refuse a request that
 * was accepted, a wider one may bring an answer that nobody expected, so that many depend on who sends it.
 */
enum ClassOfChange {
    OPERATION_GONE("operation is gone", BREAKING),
    NEW_OPERATION("is a new operation", ADDITIVE),
    OPERATION_RENAMED("was called `%s`", BREAKING),
    DEPRECATED("is deprecated", ADDITIVE),
    NOT_DEPRECATED("is no longer deprecated", ADDITIVE),

    PARAMETER_GONE("parameter is gone", BREAKING),
    NEW_REQUIRED_PARAMETER("is a new required parameter", BREAKING),
    NEW_OPTIONAL_PARAMETER("is a new optional parameter", ADDITIVE),
    PARAMETER_REQUIRED("parameter is now required", BREAKING),
    PARAMETER_OPTIONAL("parameter is now optional", ADDITIVE),
    PARAMETER_WRITTEN("parameter is written differently", BREAKING),

    REQUEST_GONE("has no request any more", BREAKING),
    NEW_REQUEST("now has a request", BREAKING),
    REQUEST_REQUIRED("is now required", BREAKING),
    REQUEST_OPTIONAL("is now optional", ADDITIVE),
    ANSWER_GONE("is gone", BREAKING),
    NEW_ANSWER("is new", ADDITIVE),
    HEADER_GONE("header is gone", BREAKING),
    NEW_HEADER("is a new header", ADDITIVE),
    HEADER_REQUIRED("header is now always there", ADDITIVE),
    HEADER_OPTIONAL("header may now be absent", BREAKING),
    MEDIA_TYPE_GONE("is no longer `%s`", BREAKING),
    NEW_MEDIA_TYPE("can be `%s`", ADDITIVE),

    NO_KEY("needs no key any more", ADDITIVE),
    NOW_A_KEY("now needs a key", BREAKING),
    OTHER_KEY("asks for another key", BREAKING),
    ONE_MORE_KEY("accepts one more kind of key", ADDITIVE),

    FORM_STATED("now has a stated form", BREAKING),
    FORM_UNSTATED("has no stated form any more", BREAKING),
    OTHER_FORM("is now `%s`, was `%s`", BREAKING),
    FIELD_GONE("field is gone", BREAKING),
    NEW_REQUIRED_FIELD("is a new required field", BREAKING, ADDITIVE),
    NEW_OPTIONAL_FIELD("is a new optional field", ADDITIVE, ADDITIVE),
    FIELD_REQUIRED("is now required", BREAKING, ADDITIVE),
    FIELD_OPTIONAL("may now be absent", ADDITIVE, BREAKING),
    CLOSED_LIST("is now a closed list", BREAKING),
    OPEN_LIST("is no longer a closed list", BREAKING),
    VALUE_GONE("lost the value `%s`", BREAKING),
    NEW_VALUE("has the new value `%s`", ADDITIVE),

    NARROWER_MINIMUM("has minimum %s, was %s", BREAKING, ADDITIVE),
    WIDER_MINIMUM("has minimum %s, was %s", ADDITIVE, BREAKING),
    NARROWER_MAXIMUM("has maximum %s, was %s", BREAKING, ADDITIVE),
    WIDER_MAXIMUM("has maximum %s, was %s", ADDITIVE, BREAKING),
    NARROWER_MIN_LENGTH("has minLength %s, was %s", BREAKING, ADDITIVE),
    WIDER_MIN_LENGTH("has minLength %s, was %s", ADDITIVE, BREAKING),
    NARROWER_MAX_LENGTH("has maxLength %s, was %s", BREAKING, ADDITIVE),
    WIDER_MAX_LENGTH("has maxLength %s, was %s", ADDITIVE, BREAKING),
    NARROWER_MIN_ITEMS("has minItems %s, was %s", BREAKING, ADDITIVE),
    WIDER_MIN_ITEMS("has minItems %s, was %s", ADDITIVE, BREAKING),
    NARROWER_MAX_ITEMS("has maxItems %s, was %s", BREAKING, ADDITIVE),
    WIDER_MAX_ITEMS("has maxItems %s, was %s", ADDITIVE, BREAKING),
    /** Which of two patterns accepts more cannot be known. */
    OTHER_PATTERN("has another pattern: `%s`, was `%s`", BREAKING),
    NEW_PATTERN("now has the pattern `%s`", BREAKING, ADDITIVE),
    PATTERN_GONE("has no pattern any more, was `%s`", ADDITIVE, BREAKING),
    OTHER_DEFAULT("has the default `%s`, was `%s`", BREAKING, COSMETIC);

    private final String words;
    private final Verdict sent;
    private final Verdict received;
    private final boolean directed;

    ClassOfChange(String words, Verdict verdict) {
        this(words, verdict, verdict, false);
    }

    ClassOfChange(String words, Verdict sent, Verdict received) {
        this(words, sent, received, true);
    }

    ClassOfChange(String words, Verdict sent, Verdict received, boolean directed) {
        this.words = words;
        this.sent = sent;
        this.received = received;
        this.directed = directed;
    }

    /** Whether it matters, and is said, who sends what changed. */
    boolean directed() {
        return directed;
    }

    /** What it does to users who send it or, if not {@code request}, receive it. */
    Verdict verdict(boolean request) {
        return request ? sent : received;
    }

    /** What is said of it; the values fill the places in the words. */
    String text(boolean request, Object... values) {
        String direction = request ? " in requests" : " in answers";
        return String.format(Locale.ROOT, words, values) + (directed ? direction : "");
    }
}
