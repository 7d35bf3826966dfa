package violations;

public class BookingManager {}
