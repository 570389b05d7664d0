package org.stepwell.enrollment.payer;

import jakarta.persistence.Convert;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.Recipient;
import org.stepwell.contracts.id.PayerId;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/** Somebody who pays for care: a health plan, Medicaid, Medicare. */
@Entity
public class Payer {

    @EmbeddedId
    private PayerId id;

    @Version
    private int version;

    private String name;
    private @Nullable String address;

    @Convert(converter = ContractColumn.class)
    private Contract contract;

    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway.Init")
    protected Payer() {}

    Payer(PayerId id, Details details) {
        this.id = id;
        name = details.name();
        address = details.address();
        contract = Contract.of(details.from(), details.terms());
    }

    /**
     * What a payer is described by, as in a contract with them.
     *
     * @param from the first day of service that is billed so
     */
    record Details(
            String name, @Nullable String address, @Nullable LocalDate from, BillingTerms terms) {}

    void describe(Details details) {
        mustGoOn("");
        name = details.name();
        address = details.address();
        contract = contract.with(details.from(), details.terms());
    }

    /** The clinic bills them no more; what is open with them stays. */
    void end(Instant now) {
        mustGoOn("");
        endedAt = now;
    }

    /**
     * Refuses what only a payer may do whom the clinic bills.
     *
     * @param pointer the field that names them; empty where the address does
     */
    public void mustGoOn(String pointer) {
        if (endedAt != null) {
            throw new Refusal(
                    PayerRule.PAYER_IS_GONE,
                    "%s is not billed since %s.".formatted(name, endedAt),
                    pointer.isEmpty() ? List.of() : List.of(new FieldError(pointer, "a payer whom the clinic bills")));
        }
    }

    /** How a consent names them. */
    public Recipient recipient() {
        return new Recipient(Recipient.Kind.PAYER, id.value());
    }

    /** Which one it is. */
    public PayerId id() {
        return id;
    }

    /** What they are called. */
    public String name() {
        return name;
    }

    /** Where they are. */
    @Nullable
    public String address() {
        return address;
    }

    /** How they are billed. */
    public Contract contract() {
        return contract;
    }

    /** How they are billed for a day of service. */
    public BillingTerms terms(LocalDate day) {
        return contract.on(day);
    }

    int version() {
        return version;
    }

    boolean active() {
        return endedAt == null;
    }
}
