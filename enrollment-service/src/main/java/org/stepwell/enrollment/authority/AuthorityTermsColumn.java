package org.stepwell.enrollment.authority;

import jakarta.persistence.Converter;
import org.stepwell.platform.database.JsonColumn;

@Converter
class AuthorityTermsColumn extends JsonColumn<AuthorityTerms> {

    AuthorityTermsColumn() {
        super(AuthorityTerms.class);
    }
}
