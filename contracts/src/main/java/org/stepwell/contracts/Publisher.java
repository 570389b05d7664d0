package org.stepwell.contracts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The service that speaks: the root of all its event families carries its name. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Publisher {

    /** The service's short name, such as {@code enrollment}. */
    String value();
}
