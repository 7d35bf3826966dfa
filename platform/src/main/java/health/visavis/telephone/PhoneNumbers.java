package health.visavis.telephone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import health.visavis.kernel.Sensitive;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// Which digits are a telephone number that the clinic may ring. A number without a country is one of the clinic's own
/// region.
public final class PhoneNumbers {

    /// In whatever region: people know these from films, travel and posters. 988 is the lifeline for people in a
    /// crisis of the United States.
    private static final Set<String> EMERGENCY = Set.of("911", "112", "999", "988", "000", "110", "119");

    private static final int LONGEST_TYPED = 40;

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final ShortNumberInfo shortNumbers = ShortNumberInfo.getInstance();
    private final String region;
    private final BooleanSupplier invented;

    /// @param region of two letters, such as `US`
    /// @param invented whether numbers that nobody can have are taken too: those of invented people
    PhoneNumbers(String region, BooleanSupplier invented) {
        if (!numbers.getSupportedRegions().contains(region)) {
            throw new IllegalArgumentException("visavis.clinic.region must be a region of two letters, such as US");
        }
        this.region = region;
        this.invented = invented;
    }

    public NumberCheck check(String typed) {
        var text = typed.strip();
        if (text.length() > LONGEST_TYPED) {
            return new NumberCheck.NotANumber();
        }
        if (isEmergency(text)) {
            return new NumberCheck.EmergencyNumber();
        }
        return parsed(text).map(this::judged).orElseGet(NumberCheck.NotANumber::new);
    }

    /// The number in E.164 form, when it is one that can be rung.
    Optional<Sensitive<String>> dialable(String typed) {
        return check(typed) instanceof NumberCheck.Dialable dialable ? Optional.of(dialable.e164()) : Optional.empty();
    }

    /// For reading: as people of its country write it, or as it was kept.
    public String shown(String number) {
        return parsed(number).map(this::shown).orElse(number);
    }

    /// Also with blanks and hyphens, and with our country before it: `+1 911` reaches nobody who can help.
    private boolean isEmergency(String text) {
        var digits = digits(text);
        var country = Integer.toString(numbers.getCountryCodeForRegion(region));
        var national = text.startsWith("+") && digits.startsWith(country) ? digits.substring(country.length()) : digits;
        return EMERGENCY.contains(national) || shortNumbers.isEmergencyNumber(national, region);
    }

    private NumberCheck judged(PhoneNumber number) {
        var valid = numbers.isValidNumber(number);
        if (!valid && !(invented.getAsBoolean() && numbers.isPossibleNumber(number))) {
            return new NumberCheck.Impossible();
        }
        var type = numbers.getNumberType(number);
        if (type == PhoneNumberType.PREMIUM_RATE || type == PhoneNumberType.SHARED_COST) {
            return new NumberCheck.PremiumRate();
        }
        return new NumberCheck.Dialable(
                Sensitive.of(numbers.format(number, PhoneNumberFormat.E164)), Sensitive.of(shown(number)));
    }

    private String shown(PhoneNumber number) {
        var own = numbers.getCountryCodeForRegion(region) == number.getCountryCode();
        return numbers.format(number, own ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
    }

    private Optional<PhoneNumber> parsed(String text) {
        try {
            return Optional.of(numbers.parse(text, region));
        } catch (NumberParseException none) {
            return Optional.empty();
        }
    }

    private static String digits(String text) {
        return text.codePoints()
                .filter(Character::isDigit)
                .map(Character::getNumericValue)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }
}
