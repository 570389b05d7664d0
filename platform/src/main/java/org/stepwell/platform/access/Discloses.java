package org.stepwell.platform.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.stepwell.contracts.code.DataCategory;

/**
 * Marks an operation by which something about a patient leaves the clinic, and which therefore asks {@link
 * org.stepwell.platform.consent.Disclosures}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Discloses {

    /** What leaves at most, at any time; empty only where the form names it. */
    DataCategory[] value() default {};
}
