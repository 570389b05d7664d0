package org.stepwell.platform.http;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;

/** The version a change was made to, from the header {@code If-Match}; and the ETag that names a version. */
@Schema(type = SchemaType.STRING, implementation = String.class, examples = "\"3\"")
public record IfMatch(String tag) {

    /** What names any version, and so none that somebody has read. */
    private static final String ANY = "*";

    /** Called by JAX-RS. */
    public static IfMatch fromString(String header) {
        return new IfMatch(header.strip());
    }

    /** The strong ETag of a version. */
    public static String etag(int version) {
        return "\"" + version + "\"";
    }

    /** Refuses a change made to no version (428) or to an older one (412). */
    public static void require(@Nullable IfMatch condition, int version) {
        require(condition, etag(version));
    }

    /** The same where more than a number tells one version from another. */
    public static void require(@Nullable IfMatch condition, String etag) {
        if (condition == null) {
            throw new Refusal(
                    HttpRule.VERSION_REQUIRED,
                    "Read it first, and send its ETag as If-Match (now %s).".formatted(etag));
        }
        if (!condition.tag().equals(etag) && !ANY.equals(condition.tag())) {
            throw new Refusal(
                    HttpRule.STALE_VERSION,
                    "Somebody changed it since (yours %s, now %s). Read it again.".formatted(condition.tag(), etag));
        }
    }

    /** The same for what is signed: nobody signs what they have not read, so that any version is none (428). */
    public static void requireRead(@Nullable IfMatch condition, int version) {
        requireRead(condition, etag(version));
    }

    /** The same where more than a number tells one version from another. */
    public static void requireRead(@Nullable IfMatch condition, String etag) {
        require(condition == null || condition.tag().equals(ANY) ? null : condition, etag);
    }
}
