package org.stepwell.contracts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Where the events of a sealed family travel. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Topic {

    /** The Kafka topic. */
    String value();

    /** True where each record carries the full content and only the newest of a key matters (a compacted topic). */
    boolean state() default false;
}
