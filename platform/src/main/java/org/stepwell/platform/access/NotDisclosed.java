package org.stepwell.platform.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks what looks like a way out, an operation for a page, a file or an answer to a partner, or a method that writes a mail or a
 * text message, and says why it is none.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface NotDisclosed {

    /** Why nobody's consent is asked. */
    String value();
}
