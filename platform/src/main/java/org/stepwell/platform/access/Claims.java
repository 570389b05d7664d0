package org.stepwell.platform.access;

import io.quarkus.security.UnauthorizedException;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;

/** What we read off a token. The issuer is trusted, but it may be set up badly: then nobody comes in, and is told why. */
record Claims(JsonWebToken token) {

    /** Who it is; a token of nobody is none. */
    String subject() {
        @Nullable String subject = token.getSubject();
        if (subject == null || subject.isBlank()) {
            throw new UnauthorizedException();
        }
        return subject;
    }

    /** When the issuer gave it; long ago where it does not say. */
    Instant issued() {
        return Instant.ofEpochSecond(token.getIssuedAtTime());
    }

    /** The clinics the caller belongs to. */
    Set<ClinicId> clinics() {
        @Nullable Object claim = token.getClaim("clinics");
        var found = new LinkedHashSet<ClinicId>();
        var values = switch (claim) {
            case null -> List.of();
            case Collection<?> many -> many;
            default -> List.of(claim);
        };
        values.forEach(value -> found.add(read("clinics", value, ClinicId::fromString)));
        return found;
    }

    /** An id, where the token has one. */
    <T> @Nullable T id(String claim, Function<String, T> reader) {
        @Nullable Object value = token.getClaim(claim);
        return value == null ? null : read(claim, value, reader);
    }

    private static <T> T read(String claim, Object value, Function<String, T> reader) {
        try {
            return reader.apply(value instanceof JsonString text ? text.getString() : value.toString());
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    HttpRule.NOT_ALLOWED,
                    "The claim %s of your token is not made of UUIDs. Tell whoever runs your issuer.".formatted(claim));
        }
    }
}
