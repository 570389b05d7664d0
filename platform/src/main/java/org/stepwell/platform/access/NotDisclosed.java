package org.stepwell.platform.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks an operation that looks like a way out, a page, a file or an answer to a partner, and says why it is none. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface NotDisclosed {

    /** Why nobody's consent is asked. */
    String value();
}
