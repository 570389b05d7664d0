/** The clinic's own texts that patients sign: consent to treatment, privacy notice, program rules, financial agreement. */
@NullMarked
package org.stepwell.enrollment.form;

import org.jspecify.annotations.NullMarked;
