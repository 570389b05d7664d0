/** What allows a disclosure without the patient's consent: agreements and court orders, each with its own record. */
@NullMarked
package org.stepwell.enrollment.authority;

import org.jspecify.annotations.NullMarked;
