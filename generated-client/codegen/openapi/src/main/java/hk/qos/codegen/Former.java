package hk.qos.codegen;

import java.util.List;

/** A name that a field or an operation had in an earlier version: deprecated methods forward to those of the new name. */
record Former(String former) {
    static List<Former> of(Extensions extensions) {
        return extensions.texts("x-formerly").stream().map(Former::new).toList();
    }

    String formerConstant() {
        return Names.constant(former);
    }
}
