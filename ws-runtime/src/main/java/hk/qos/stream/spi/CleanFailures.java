package hk.qos.stream.spi;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Copies a failure with its causes and suppressed failures, without secrets. */
final class CleanFailures {
    private final Redactor redactor;
    private final IdentityHashMap<Throwable, Throwable> copies = new IdentityHashMap<>();

    CleanFailures(Redactor redactor) {
        this.redactor = redactor;
    }

    /** The failure itself if it contains no secret. */
    Throwable clean(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        return shows(failure, seen) ? copy(failure) : failure;
    }

    private boolean shows(@Nullable Throwable failure, Set<Throwable> seen) {
        if (failure == null || !seen.add(failure)) {
            return false;
        }
        if (!redactor.isClean(String.valueOf(failure.getMessage())) || !redactor.isClean(failure.toString())) {
            return true;
        }
        for (Throwable suppressed : failure.getSuppressed()) {
            if (shows(suppressed, seen)) {
                return true;
            }
        }
        return shows(failure.getCause(), seen);
    }

    private Throwable copy(Throwable failure) {
        Throwable known = copies.get(failure);
        if (known != null) {
            return known;
        }
        Throwable copy = alike(failure);
        copies.put(failure, copy);
        copy.setStackTrace(failure.getStackTrace());
        Throwable cause = failure.getCause();
        if (cause != null) {
            Throwable clean = copy(cause);
            if (clean != copy) {
                copy.initCause(clean);
            }
        }
        for (Throwable suppressed : failure.getSuppressed()) {
            Throwable clean = copy(suppressed);
            if (clean != copy) {
                copy.addSuppressed(clean);
            }
        }
        return copy;
    }

    private Throwable alike(Throwable failure) {
        String message = failure.getMessage();
        Throwable same = message == null ? null : ofClass(failure.getClass(), redactor.hide(message));
        if (same != null) {
            return same;
        }
        String shown = redactor.hide(failure.toString());
        return failure instanceof IOException ? new IOException(shown) : new RuntimeException(shown);
    }

    /** A new exception of the same class, for public classes of the JDK only: constructors of others may do anything. */
    private @Nullable Throwable ofClass(Class<? extends Throwable> kind, String message) {
        boolean ofJdk = kind.getName().startsWith("java.") || kind.getName().startsWith("javax.");
        if (!ofJdk || !Modifier.isPublic(kind.getModifiers())) {
            return null;
        }
        try {
            Throwable made = kind.getConstructor(String.class).newInstance(message);
            boolean takesCause = made.getCause() == null && redactor.isClean(made.toString());
            return takesCause && message.equals(made.getMessage()) ? made : null;
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null;
        }
    }
}
