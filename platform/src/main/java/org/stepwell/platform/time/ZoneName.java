package org.stepwell.platform.time;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A time zone by its name in the IANA database: a bare offset knows no daylight saving, and free text is no zone. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Constraint(validatedBy = ZoneName.Check.class)
public @interface ZoneName {

    /** The advice. */
    String message() default "name a time zone of the IANA database, such as America/New_York";

    /** Unused; the specification asks for it. */
    Class<?>[] groups() default {};

    /** Unused; the specification asks for it. */
    Class<? extends Payload>[] payload() default {};

    /** Null is fine: whether there must be one is another constraint's matter. */
    class Check implements ConstraintValidator<ZoneName, String> {
        @Override
        public boolean isValid(@Nullable String zone, ConstraintValidatorContext context) {
            return zone == null || ZoneId.getAvailableZoneIds().contains(zone);
        }
    }
}
