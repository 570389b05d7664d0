package org.stepwell.platform.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An operation that asks for a second factor: the token's {@code acr} says that one was given (RFC 9470). */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface StepUp {

    /** False where patients come with a password alone: the record is their own, and not all have a second device. */
    boolean patientsToo() default true;

    /** The level of authentication that a second factor gives. */
    int SECOND_FACTOR = 2;
}
