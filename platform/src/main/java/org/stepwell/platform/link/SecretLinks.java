package org.stepwell.platform.link;

import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.Id;
import org.stepwell.platform.access.Accounts;
import org.stepwell.platform.database.Sql;

/**
 * Links that open one thing to whoever holds them: 256 random bits, of which only the digest is kept. One subject has one link
 * of a kind; a new one closes the old. Whatever a link opens asks again, each time, whether it may still be shown.
 */
@Singleton
public class SecretLinks {

    /** What stands in a link's path: as many characters as 32 bytes make in Base64 without padding. */
    public static final String SECRET = "[A-Za-z0-9_-]{43}";

    private static final int SECRET_BYTES = 32;

    private final Sql sql;
    private final Accounts accounts;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SecretLinks(Sql sql, Accounts accounts, Clock clock) {
        this.sql = sql;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Since when a link stands, and until when, if it ends by itself. */
    public record Standing(Instant madeAt, @Nullable Instant expiresAt) {}

    /**
     * Makes a link; the one that was there opens nothing any more.
     *
     * @param kind what it opens, such as {@code calendar}
     * @param account the subject of whoever makes it for themselves; it opens nothing once their account has ended
     * @return the secret, which is told now and never again
     */
    public String make(String kind, Id subject, @Nullable String account, @Nullable Instant expiresAt) {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        sweep(kind);
        sql.update("""
                insert into platform.secret_link (digest, kind, subject, account, made_at, expires_at)
                values (?, ?, ?, ?, ?, ?)
                on conflict (clinic_id, kind, subject) do update
                set digest = excluded.digest, account = excluded.account, made_at = excluded.made_at,
                    expires_at = excluded.expires_at
                """, digest(secret), kind, subject.value(), account, clock.instant(), expiresAt);
        return secret;
    }

    /** What has expired goes when another one is made; whoever makes a link at the same time waits for nobody. */
    private void sweep(String kind) {
        sql.update("""
                delete from platform.secret_link
                where clinic_id = platform.current_clinic() and digest in (
                    select digest from platform.secret_link
                    where clinic_id = platform.current_clinic() and kind = ? and expires_at <= ?
                    for update skip locked)
                """, kind, clock.instant());
    }

    /** The link's subject; 404 for a secret that opens nothing, whatever the reason. */
    public UUID subjectOf(String kind, String secret) {
        record Link(UUID subject, @Nullable String account) {}
        return sql.one(
                        """
                        select subject, account from platform.secret_link
                        where clinic_id = platform.current_clinic() and digest = ? and kind = ?
                            and (expires_at is null or expires_at > ?)
                        """,
                        row -> new Link(row.getObject(1, UUID.class), row.getString(2)),
                        digest(secret),
                        kind,
                        clock.instant())
                .filter(link -> link.account() == null || accounts.stands(link.account()))
                .orElseThrow(NotFoundException::new)
                .subject();
    }

    /** The link that stands for a subject, if one does. */
    public Optional<Standing> standing(String kind, Id subject) {
        return sql.one(
                """
                select made_at, expires_at from platform.secret_link
                where clinic_id = platform.current_clinic() and kind = ? and subject = ?
                    and (expires_at is null or expires_at > ?)
                """,
                row -> {
                    @Nullable OffsetDateTime expires = row.getObject(2, OffsetDateTime.class);
                    return new Standing(
                            row.getObject(1, OffsetDateTime.class).toInstant(),
                            expires == null ? null : expires.toInstant());
                },
                kind,
                subject.value(),
                clock.instant());
    }

    /** From now on it opens nothing. */
    public void revoke(String kind, Id subject) {
        sql.update("""
                delete from platform.secret_link
                where clinic_id = platform.current_clinic() and kind = ? and subject = ?
                """, kind, subject.value());
    }

    private static String digest(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
